// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Contacts of users and members of sales teams, for other contexts. Callers authorize: a contact is personal data. One call is one
 * statement, whatever the number of users.
 */
public interface Contacts {
    /** Finds the contact of an active user. */
    Optional<Contact> contact(UserId id);

    /** Returns the contacts of those of the users that are active, in no order. */
    List<Contact> contacts(Collection<UserId> ids);

    /** Returns those of the users that are active sales people, in no order. */
    List<UserId> salesPeople(Collection<UserId> ids);

    /** Returns the active sales people whose head is one of these, in the order of their ids: at most {@code limit}. */
    List<UserId> membersOf(Collection<UserId> heads, int limit);
}
