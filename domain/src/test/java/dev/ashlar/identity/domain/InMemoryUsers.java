// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link Users} without a database, for tests of one thread. */
public class InMemoryUsers implements Users {
    private final Map<UserId, User> users = new HashMap<>();
    private final Map<UserId, String> hashes = new HashMap<>();
    private final Set<UserId> erasedIds = new HashSet<>();

    @Override
    public void insert(User user, String passwordHash) {
        refuseTaken(user);
        users.put(user.id(), user);
        hashes.put(user.id(), passwordHash);
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> findByEmail(String key) {
        return users.values().stream()
                .filter(user -> Spelling.key(user.email()).equals(key))
                .findAny();
    }

    private void refuseTaken(User user) {
        if (findByEmail(Spelling.key(user.email()))
                .filter(other -> !other.id().equals(user.id()))
                .isPresent()) {
            throw IdentityProblem.EMAIL_TAKEN.because("The fake found it taken.");
        }
    }

    @Override
    public Optional<User> lock(UserId id) {
        return find(id);
    }

    @Override
    public Set<UserId> lockDeactivated(Collection<UserId> ids) {
        return ids.stream()
                .filter(id -> find(id).filter(user -> !user.active()).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void lockStandings() {}

    @Override
    public Optional<Credentials> credentials(String emailKey) {
        return findByEmail(emailKey)
                .map(user -> new Credentials(user.id(), Objects.requireNonNull(hashes.get(user.id())), user.active()));
    }

    @Override
    public boolean edit(User edited, int expectedVersion) {
        var stored = users.get(edited.id());
        if (stored == null || stored.version() != expectedVersion || !keepsRules(stored, edited)) {
            return false;
        }
        var standing = edited.standing();
        store(
                stored,
                stored.login(),
                edited.person(),
                new Standing(standing.role(), standing.stage(), standing.salesHeadId(), stored.active()),
                edited.updatedAt(),
                expectedVersion + 1);
        return true;
    }

    @Override
    public boolean editLogin(User edited, int expectedVersion) {
        var stored = users.get(edited.id());
        if (stored == null || stored.version() != expectedVersion) {
            return false;
        }
        store(stored, edited.login(), stored.person(), stored.standing(), edited.updatedAt(), expectedVersion + 1);
        return true;
    }

    @Override
    public boolean setActive(UserId id, boolean active, Instant now) {
        var user = users.get(id);
        if (user == null || user.active() == active || erasedIds.contains(id)) {
            return false;
        }
        var standing = user.standing();
        store(
                user,
                user.login(),
                user.person(),
                new Standing(standing.role(), standing.stage(), standing.salesHeadId(), active),
                now,
                user.version() + 1);
        return true;
    }

    @Override
    public void erase(User erased) {
        erasedIds.add(erased.id());
        hashes.put(erased.id(), "erased");
        store(erased, erased.login(), erased.person(), erased.standing(), erased.updatedAt(), erased.version() + 1);
    }

    @Override
    public boolean hasOtherAdministrator(UserId id) {
        return users.values().stream()
                .anyMatch(user ->
                        user.active() && user.role() == Role.ADMIN && !user.id().equals(id));
    }

    @Override
    public void confirmEmail(UserId id, Instant now) {
        var user = users.get(id);
        if (user != null && !user.confirmed(now).login().equals(user.login())) {
            refuseTaken(user.confirmed(now));
            store(user, user.confirmed(now).login(), user.person(), user.standing(), now, user.version() + 1);
        }
    }

    @Override
    public void setPassword(UserId id, String passwordHash, Instant now) {
        hashes.put(id, passwordHash);
        find(id).ifPresent(user -> store(user, user.login(), user.person(), user.standing(), now, user.version()));
    }

    private boolean keepsRules(User stored, User edited) {
        var head = edited.standing().salesHeadId();
        var mayBeLed = head == null
                || head.equals(stored.standing().salesHeadId())
                || (find(head).map(User::standing).filter(Standing::mayLead).isPresent() && !leads(edited.id(), head));
        var leadsOthers = users.values().stream()
                .anyMatch(user -> edited.id().equals(user.standing().salesHeadId()));
        return mayBeLed && (Standing.leads(edited.role()) || !leadsOthers);
    }

    private boolean leads(UserId above, UserId below) {
        var seen = new HashSet<UserId>();
        @Nullable UserId current = below;
        while (current != null && seen.add(current)) {
            if (current.equals(above)) {
                return true;
            }
            var user = users.get(current);
            current = user == null ? null : user.standing().salesHeadId();
        }
        return false;
    }

    private void store(User user, Login login, Person person, Standing standing, Instant updatedAt, int version) {
        users.put(
                user.id(),
                new User(user.id(), login, person, standing, user.metadata(), user.createdAt(), updatedAt, version));
    }
}
