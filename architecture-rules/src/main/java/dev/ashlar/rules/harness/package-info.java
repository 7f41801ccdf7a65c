/**
 * Rules that only a running test can prove. A project marks the test that does with JUnit's own {@code @Tag}, naming the
 * rule; the check demands that there is one, that it is not disabled, and that it asserts something.
 *
 * {@snippet :
 * @Test
 * @Tag("rule-stale-update-refused")
 * void anEditOfAnOldVersionIsRefused() {
 *     assertThat(orders.edit(edited, oldVersion)).isZero();
 * }
 * }
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.harness;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
