// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedTypesTest {
    @ParameterizedTest
    @CsvSource({
        "dev.ashlar.wallet.WalletId, wallet.WalletId",
        "dev.ashlar.wallet.domain.Wallet, wallet.Wallet",
        "dev.ashlar.wallet.application.WalletView, wallet.WalletView",
        "dev.ashlar.wallet.persistence.WalletMapper$Row, wallet.WalletMapper.Row"
    })
    void namesATypeByItsContextAndSimpleName(String className, String alias) {
        assertThat(MappedTypes.alias(className)).isEqualTo(alias);
    }

    @Test
    void knowsTypesOfAllLayersButTheWeb() {
        assertThat(MappedTypes.byAlias())
                .containsEntry("kernel.UserId", UserId.class)
                .containsEntry("kernel.ScratchMapper.Mood", ScratchMapper.Mood.class)
                .allSatisfy((alias, type) -> assertThat(type.getPackageName()).doesNotContain(".web"));
    }

    @Test
    void resolvesTypesAndTypeHandlersByAlias() {
        var aliases = MyBatisConventions.configuration().getTypeAliasRegistry();

        assertThat(aliases.<Object>resolveAlias("kernel.UserId")).isEqualTo(UserId.class);
        assertThat(aliases.<Object>resolveAlias("kernel.ScratchMapper.Thing")).isEqualTo(ScratchMapper.Thing.class);
        assertThat(aliases.<Object>resolveAlias("UuidArray")).isEqualTo(UuidArrayTypeHandler.class);
        assertThat(aliases.<Object>resolveAlias("JsonRows")).isEqualTo(JsonRowsTypeHandler.class);
    }
}
