// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.kernel.web.limits.LargeBodies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Size of a file of leads. */
@Configuration(proxyBeanMethods = false)
class CrmSettings {
    @Bean
    LargeBodies importedLeads() {
        return new LargeBodies(LeadImportController.PATH, DataSize.ofMegabytes(16));
    }
}
