// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

class InMemoryApplicationsTest extends ApplicationsContract {
    private final InMemoryAdmissions admissions = new InMemoryAdmissions();

    @Override
    protected AdmissionsStores stores() {
        return admissions.ports();
    }
}
