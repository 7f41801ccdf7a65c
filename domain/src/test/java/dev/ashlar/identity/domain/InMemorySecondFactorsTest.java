// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

class InMemorySecondFactorsTest extends SecondFactorsContract {
    private final InMemorySecondFactors factors = new InMemorySecondFactors();
    private final InMemoryUsers users = new InMemoryUsers();

    @Override
    protected SecondFactors factors() {
        return factors;
    }

    @Override
    protected Users users() {
        return users;
    }
}
