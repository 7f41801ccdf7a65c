// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.crm.application.NewLead;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Statements of use cases of crm. */
@ServiceTest
class LeadStatementsTest {
    private final Actor admin = new Actor(Prospects.user(), Role.ADMIN, Prospects.PLATFORM);
    private final Actor sales = new Actor(Prospects.user(), Role.SALES, Prospects.PLATFORM);

    @Autowired
    private CrmServices services;

    @Autowired
    private StatementCounter statements;

    @Test
    void mergesInSixStatements() {
        var one = lead();
        var other = lead();

        assertThat(statements.of(() -> services.merges().merge(admin, one, other)))
                .containsExactly(
                        "LeadMapper.lockBoth",
                        "LeadMapper.change",
                        "LeadMapper.change",
                        "LeadMapper.repoint",
                        "LeadTagMapper.copy",
                        "LeadActivityMapper.insert");
    }

    @Test
    void listsTheLeadsOfASalesPersonInTwoStatements() {
        assertThat(statements.of(() -> services.leads().list(sales, LeadFilter.none(), PageRequest.first())))
                .containsExactly("SalesHeadMapper.headsBeside", "LeadViewMapper.leads");
    }

    private LeadId lead() {
        return services.leads()
                .create(admin, new NewLead("Ada", Prospects.email(), null, Prospects.FAIR))
                .id();
    }
}
