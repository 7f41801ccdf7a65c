// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.application.Catalog.openAi;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.SampleCatalog;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AiProviderServiceTest {
    private static final String URL = "https://llm.example/v1";
    private static final String SECRET = "sk-secret";

    private final Catalog catalog = new Catalog();

    @Test
    void letsOnlyAdministratorsSeeAndChangeProviders() {
        var id = added(SECRET);
        var student = catalog.student;
        var service = catalog.providers;
        assertRefused(KernelProblem.FORBIDDEN, () -> service.list(student, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.get(student, id));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.create(student, openAi("Other", URL, SECRET)));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.edit(student, id, 0, edit(null, null, null)));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.makeDefault(student, id));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.delete(student, id, 0));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.restore(student, id));
        assertRefused(KernelProblem.FORBIDDEN, () -> catalog.workflow.test(student, id));
        assertThat(service.get(catalog.admin, id).version()).isZero();
        assertThat(catalog.sent).isEmpty();
    }

    @Test
    void sendsTheSecretToItsServerOnly() {
        var id = added(SECRET);
        catalog.workflow.test(catalog.admin, id);
        assertThat(catalog.sent).containsExactly(SECRET);

        assertInvalid("/secret", edit("https://elsewhere.example/v1", null, null), id);
        catalog.providers.edit(catalog.admin, id, 0, edit("https://LLM.example:443/v2", null, null));
        catalog.providers.edit(catalog.admin, id, 1, edit("https://elsewhere.example/v1", "sk-other", null));
        catalog.workflow.test(catalog.admin, id);
        assertThat(catalog.sent).containsExactly(SECRET, "sk-other");
    }

    /** As if a proxy had read the provider before its address and its secret changed. */
    @Test
    void opensNoSecretForAnAddressThatHasChangedMeanwhile() {
        var id = added(SECRET);
        var before = catalog.stored.find(id).orElseThrow();
        catalog.providers.edit(catalog.admin, id, 0, edit("https://elsewhere.example/v1", "sk-other", null));
        assertThatIllegalStateException().isThrownBy(() -> catalog.secrets.open(before));
    }

    @Test
    void needsASecretExactlyIfTheProviderWantsOne() {
        var open = catalog.providers.create(catalog.admin, openAi("Open", URL, null));
        assertInvalid("/secret", edit(null, SECRET, null), open.id());
        catalog.workflow.test(catalog.admin, open.id());
        assertThat(catalog.sent).containsExactly("none");
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> catalog.providers.create(catalog.admin, openAi("Plain", "http://llm.example", SECRET)));
        assertInvalid("/baseUrl", edit("http://llm.example", null, null), open.id());
    }

    /** A retry would otherwise make the version stale that another administrator has read. */
    @Test
    void leavesTheDefaultAsItIs() {
        var id = added(SECRET);
        var first = catalog.providers.makeDefault(catalog.admin, id);
        assertThat(first.rank().isDefault()).isTrue();
        assertThat(catalog.providers.makeDefault(catalog.admin, id)).isEqualTo(first);
    }

    @Test
    void activatesARestoredProviderWithItsSecretOnly() {
        var id = added(SECRET);
        catalog.providers.makeDefault(catalog.admin, id);
        catalog.providers.delete(catalog.admin, id, 1);
        assertRefused(AiProblem.PROVIDER_NOT_FOUND, () -> catalog.providers.get(catalog.admin, id));
        assertRefused(AiProblem.PROVIDER_NOT_FOUND, () -> catalog.providers.makeDefault(catalog.admin, id));
        var restored = catalog.providers.restore(catalog.admin, id);
        assertThat(restored.rank().active()).isFalse();
        assertThat(restored.endpoint().hasSecret()).isFalse();
        assertRefused(AiProblem.PROVIDER_INACTIVE, () -> catalog.providers.makeDefault(catalog.admin, id));
        assertInvalid("/secret", edit(null, null, true), id);
        assertThat(catalog.providers
                        .edit(catalog.admin, id, restored.version(), edit(null, SECRET, true))
                        .rank()
                        .active())
                .isTrue();
        assertRefused(AiProblem.PROVIDER_NOT_FOUND, () -> catalog.providers.restore(catalog.admin, id));
    }

    @Test
    void refusesAStaleVersionAndAnUnknownProvider() {
        var id = added(SECRET);
        catalog.providers.edit(catalog.admin, id, 0, edit(null, null, false));
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> catalog.providers.edit(catalog.admin, id, 0, edit(null, null, true)));
        assertRefused(KernelProblem.STALE_VERSION, () -> catalog.providers.delete(catalog.admin, id, 0));
        var none = new AiProviderId(UUID.randomUUID());
        assertRefused(AiProblem.PROVIDER_NOT_FOUND, () -> catalog.workflow.test(catalog.admin, none));
        assertRefused(AiProblem.PROVIDER_NOT_FOUND, () -> catalog.providers.delete(catalog.admin, none, 0));
    }

    /** One secret that does not open stops neither the others nor the job. */
    @Test
    void sealsSecretsUnderTheCurrentKey() {
        var first = added(SECRET);
        var second = catalog.providers
                .create(catalog.admin, openAi("Second", URL, "sk-second"))
                .id();
        var broken = catalog.providers
                .create(catalog.admin, openAi("Broken", URL, "sk-broken"))
                .id();
        forge(broken, "sk-broken");
        assertThat(catalog.workflow.resealSecrets()).isZero();

        catalog.key = "2";
        assertThat(catalog.workflow.resealSecrets()).isEqualTo(2);
        assertThat(catalog.workflow.resealSecrets()).isZero();

        assertThat(keyOf(first)).isEqualTo("2");
        assertThat(keyOf(second)).isEqualTo("2");
        assertThat(keyOf(broken)).isEqualTo("1");
        assertThat(catalog.workflow.test(catalog.admin, broken).detail()).startsWith("The stored secret does not open");
        catalog.workflow.test(catalog.admin, second);
        assertThat(catalog.sent).containsExactly("sk-second");
        assertThat(catalog.providers.get(catalog.admin, first).version()).isZero();
        assertThat(catalog.secrets.reseal(new AiProviderId(UUID.randomUUID()))).isFalse();
    }

    @Test
    void sealsASecretBehindManyThatDoNotOpen() {
        for (int number = 0; number < 101; number++) {
            var broken = catalog.providers
                    .create(catalog.admin, openAi("Broken " + number, URL, SECRET))
                    .id();
            forge(broken, SECRET);
        }
        var last = added(SECRET);
        catalog.key = "2";

        assertThat(catalog.workflow.resealSecrets()).isEqualTo(1);

        assertThat(keyOf(last)).isEqualTo("2");
    }

    /** Replaces a secret by one that was sealed for another server. */
    private void forge(AiProviderId id, String secret) {
        catalog.stored.reseal(
                id,
                catalog.stored.secretOf(id).orElseThrow(),
                catalog.seal(new ProviderSecret(secret), id, "https://forged.example:443"),
                SampleCatalog.NOW);
    }

    private String keyOf(AiProviderId id) {
        return catalog.stored.secretOf(id).orElseThrow().secretKeyId();
    }

    @Test
    void logsASecretThatDoesNotOpenWithoutATrace() {
        var id = added(SECRET);
        forge(id, SECRET);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(ProviderWorkflow.class);
        logger.addAppender(lines);
        catalog.workflow.test(catalog.admin, id);
        logger.detachAppender(lines);
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage()).contains(id.value() + " cause=");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    private AiProviderId added(String secret) {
        return catalog.providers
                .create(catalog.admin, openAi("Provider", URL, secret))
                .id();
    }

    private void assertInvalid(String pointer, AiProvider.Edit edit, AiProviderId id) {
        int version = catalog.providers.get(catalog.admin, id).version();
        var refusal = assertRefused(
                KernelProblem.INVALID_REQUEST, () -> catalog.providers.edit(catalog.admin, id, version, edit));
        assertThat(refusal.errors().getFirst().pointer()).isEqualTo(pointer);
    }

    private static AiProvider.Edit edit(@Nullable String url, @Nullable String secret, @Nullable Boolean active) {
        return new AiProvider.Edit(
                Change.keep(),
                url == null ? Change.keep() : Change.to(url),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                active == null ? Change.keep() : Change.to(active),
                secret == null ? null : new ProviderSecret(secret));
    }
}
