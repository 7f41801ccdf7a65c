/**
 * The rulebook as a test library. A project says where its mappers, changelogs, classes and migrated database are; each rule
 * looks at what it is about and says, for whatever breaks it, where, why and how to mend it.
 *
 * {@snippet :
 * class RulebookTest {
 *     @TestFactory
 *     Stream<DynamicNode> everyRuleHolds() {
 *         return Rulebook.standard().tests(Project.named("Shop")
 *                 .mappers(Path.of("src/main/resources"))
 *                 .database(migratedDatabase)
 *                 .classes("com.example.shop"));
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE)
@NullMarked
package dev.ashlar.rules;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
