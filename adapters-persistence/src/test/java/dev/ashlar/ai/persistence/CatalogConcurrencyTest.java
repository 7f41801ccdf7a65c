// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleCatalog.SEALED;
import static dev.ashlar.ai.domain.SampleCatalog.provider;
import static dev.ashlar.ai.domain.SampleCatalog.unique;
import static dev.ashlar.ai.domain.SampleCatalog.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.AiProviderService;
import dev.ashlar.ai.application.LlmService;
import dev.ashlar.ai.application.NewAiProvider;
import dev.ashlar.ai.application.NewLlm;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.LlmLimits;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderUrls;
import dev.ashlar.ai.domain.SampleCatalog;
import dev.ashlar.ai.domain.SecretVault;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators who change models, prices and providers at the same moment. */
@ServiceTest
class CatalogConcurrencyTest {
    private static final int ADMINISTRATORS = 8;

    private final LlmService models;
    private final AiProviderService providers;
    private final MovableClock clock;
    private final ViolatedConstraints constraints;
    private final JdbcClient psql;
    private final Actor admin = new Actor(new UserId(UUID.randomUUID()), Role.ADMIN, Actor.DEFAULT_PLATFORM);

    @Autowired
    private SecretVault vault;

    @Autowired
    private ProviderUrls urls;

    @Autowired
    CatalogConcurrencyTest(
            LlmService models,
            AiProviderService providers,
            MovableClock clock,
            ViolatedConstraints constraints,
            FreshDatabase.Switch database) {
        this.models = models;
        this.providers = providers;
        this.clock = clock;
        this.constraints = constraints;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void seal() {
        BDDMockito.given(vault.seal(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .willReturn(SEALED);
        psql.sql("DELETE FROM ai.ai_providers").update();
    }

    @Race(5)
    void twoDefaultsAtOnceEndWithOne() {
        var ids = IntStream.range(0, ADMINISTRATORS).mapToObj(_ -> added()).toList();

        var outcomes = Together.run(ADMINISTRATORS, number -> () -> providers.makeDefault(admin, ids.get(number)));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count("ai.ai_providers WHERE is_default")).isEqualTo(1);
    }

    @Race(5)
    void aProviderThatIsTakenOutOfUseIsNotTheDefault() {
        var id = added();

        var outcomes = Together.run(List.<Callable<Object>>of(
                () -> providers.makeDefault(admin, id), () -> providers.edit(admin, id, 0, inactive())));

        successes(outcomes, AiProblem.PROVIDER_INACTIVE, KernelProblem.STALE_VERSION);
        assertThat(count("ai.ai_providers WHERE is_default AND NOT is_active")).isZero();
    }

    @Race(5)
    void twoChangesOfPricesAtOnceNeverOverlap() {
        var id = models.create(admin, model(unique("priced"))).model().id();
        models.price(admin, id, 0, usd("1", "1"), null);
        clock.advance(Duration.ofMinutes(1));

        var outcomes = Together.run(
                ADMINISTRATORS,
                number -> () -> models.price(
                        admin,
                        id,
                        1,
                        usd(Integer.toString(number), "2"),
                        number % 2 == 0 ? null : clock.instant().plusSeconds(number)));

        assertThat(successes(outcomes, KernelProblem.STALE_VERSION)).isEqualTo(1);
        assertThat(count("ai.llm_prices WHERE llm_id = '" + id.value() + "'")).isEqualTo(4);
        assertThat(count("ai.llm_prices WHERE llm_id = '" + id.value() + "' AND upper_inf(valid)"))
                .isEqualTo(2);
    }

    /** With a retry under the next version, each change follows the one before. */
    @Race(3)
    void changesOfPricesInARowLeaveNoGap() {
        var id = models.create(admin, model(unique("patient"))).model().id();
        models.price(admin, id, 0, usd("1", "1"), null);

        var outcomes = Together.run(4, () -> {
            while (true) {
                try {
                    int version = models.get(id).model().version();
                    return models.price(admin, id, version, usd("2", "2"), null);
                } catch (DomainException stale) {
                    assertThat(stale.type()).isEqualTo(KernelProblem.STALE_VERSION);
                }
            }
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count("ai.llm_prices p WHERE p.llm_id = '" + id.value()
                        + "' AND NOT upper_inf(p.valid) AND NOT EXISTS ("
                        + "SELECT FROM ai.llm_prices n WHERE n.llm_id = p.llm_id AND n.usage_type = p.usage_type"
                        + " AND lower(n.valid) = upper(p.valid))"))
                .isZero();
    }

    @Race(3)
    void aNameIsTakenOnce() {
        var model = unique("wanted");
        var provider = unique("Wanted");

        var addedModels = Together.run(
                ADMINISTRATORS,
                number -> () -> models.create(admin, model(number % 2 == 0 ? model : model.replace('w', 'W'))));
        var addedProviders = Together.run(
                ADMINISTRATORS,
                number ->
                        () -> providers.create(admin, wanted(number % 2 == 0 ? provider : provider.replace('W', 'w'))));

        assertThat(taken(addedModels, AiProblem.MODEL_NAME_TAKEN)).isEqualTo(1);
        assertThat(taken(addedProviders, AiProblem.PROVIDER_NAME_TAKEN)).isEqualTo(1);
    }

    @Race(3)
    void aMakerIsAddedOnce() {
        var maker = unique("maker").substring(0, 30);

        var outcomes = Together.run(
                ADMINISTRATORS,
                _ -> () -> models.create(admin, new NewLlm(maker, unique("model"), new LlmLimits(10, 5))));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count("ai.llm_factories WHERE name = '" + maker + "'")).isEqualTo(1);
    }

    @Race(3)
    void oneOfSeveralEditsOfAVersionSucceeds() {
        var id = added();

        var outcomes = Together.run(ADMINISTRATORS, () -> providers.edit(admin, id, 0, inactive()));

        assertThat(successes(outcomes, KernelProblem.STALE_VERSION)).isEqualTo(1);
        assertThat(providers.get(admin, id).version()).isEqualTo(1);
    }

    private AiProviderId added() {
        return providers.create(admin, wanted(unique("Provider"))).id();
    }

    private static NewLlm model(String name) {
        return new NewLlm("maker", name, new LlmLimits(10, 5));
    }

    private static NewAiProvider wanted(String name) {
        return new NewAiProvider(
                name, provider(name).endpoint(), SampleCatalog.POLICY, 100, new ProviderSecret("sk-secret"));
    }

    private static AiProvider.Edit inactive() {
        return new AiProvider.Edit(
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.to(false),
                null);
    }

    private long count(String fromWhere) {
        return psql.sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
    }

    private long taken(List<? extends Outcome<?>> outcomes, ProblemType taken) {
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DataAccessException.class,
                                failure -> assertThat(constraints.problemFor(failure))
                                        .contains(taken)));
        return outcomes.stream().filter(Outcome::succeeded).count();
    }

    /** Returns the number of successes, after checking that all others were refused for one of these reasons. */
    private static long successes(List<? extends Outcome<?>> outcomes, ProblemType... refusals) {
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(Set.of(refusals)).contains(refusal.type())));
        return outcomes.stream().filter(Outcome::succeeded).count();
    }
}
