// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

class InMemoryProfilesTest extends ProfilesContract {
    private final InMemoryProfiles profiles = new InMemoryProfiles();

    @Override
    protected Profiles profiles() {
        return profiles;
    }

    @Override
    protected User person(String name) {
        return People.student(name);
    }
}
