// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.identity.Contact;
import dev.ashlar.identity.Contacts;
import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Contacts} of users that tests add. */
final class KnownContacts implements Contacts {
    private final Map<UserId, Contact> users = new LinkedHashMap<>();
    private final Map<UserId, Contact> sales = new LinkedHashMap<>();

    void user(UserId id, String email, @Nullable UserId salesHead) {
        users.put(id, new Contact(id, "Grace", "Hopper", email, "+4930123456", salesHead));
    }

    /** Adds a user whose address is not verified. */
    void stranger(UserId id, @Nullable String phoneNumber) {
        users.put(id, new Contact(id, "Grace", "Hopper", null, phoneNumber, null));
    }

    void salesPerson(UserId id, @Nullable UserId head) {
        sales.put(id, new Contact(id, "Sam", "Sales", "sales@example.com", null, head));
    }

    @Override
    public Optional<Contact> contact(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public List<Contact> contacts(Collection<UserId> ids) {
        return ids.stream().flatMap(id -> contact(id).stream()).toList();
    }

    @Override
    public List<UserId> salesPeople(Collection<UserId> ids) {
        return ids.stream().filter(sales::containsKey).toList();
    }

    @Override
    public List<UserId> membersOf(Collection<UserId> heads, int limit) {
        return sales.values().stream()
                .filter(person -> heads.stream().anyMatch(head -> Objects.equals(head, person.salesHeadId())))
                .map(Contact::id)
                .limit(limit)
                .toList();
    }
}
