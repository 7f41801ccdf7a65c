package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Users} without a database, for tests of one thread. */
public class InMemoryUsers implements Users {
    private final Map<UserId, User> users = new HashMap<>();
    private final Map<UserId, String> hashes = new HashMap<>();

    @Override
    public void insert(User user, String passwordHash) {
        if (findByEmail(user.email()).isPresent()) {
            throw IdentityProblem.EMAIL_TAKEN.because("The fake found it taken.");
        }
        users.put(user.id(), user);
        hashes.put(user.id(), passwordHash);
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> findByEmail(String email) {
        return users.values().stream()
                .filter(user -> user.email().equalsIgnoreCase(email))
                .findAny();
    }

    @Override
    public Optional<User> lock(UserId id) {
        return find(id);
    }

    @Override
    public void lockStandings() {}

    @Override
    public Optional<Credentials> credentials(String email) {
        return findByEmail(email)
                .map(user -> new Credentials(user.id(), Objects.requireNonNull(hashes.get(user.id())), user.active()));
    }

    @Override
    public boolean edit(User edited, int expectedVersion) {
        var stored = users.get(edited.id());
        if (stored == null || stored.version() != expectedVersion || !keepsRules(stored, edited)) {
            return false;
        }
        users.put(
                edited.id(),
                copy(edited, stored.active(), stored.emailVerifiedAt(), edited.updatedAt(), expectedVersion + 1));
        return true;
    }

    @Override
    public boolean editLogin(User edited, int expectedVersion) {
        var stored = users.get(edited.id());
        if (stored == null || stored.version() != expectedVersion) {
            return false;
        }
        var login = new LoginEdit(Change.to(edited.email()), Change.to(edited.username()));
        var changed = stored.with(login, edited.updatedAt());
        users.put(
                edited.id(),
                copy(changed, stored.active(), edited.emailVerifiedAt(), edited.updatedAt(), expectedVersion + 1));
        return true;
    }

    @Override
    public boolean setActive(UserId id, boolean active, Instant now) {
        var user = users.get(id);
        if (user == null || user.active() == active) {
            return false;
        }
        users.put(id, copy(user, active, user.emailVerifiedAt(), now, user.version() + 1));
        return true;
    }

    @Override
    public void confirmEmail(UserId id, Instant now) {
        var user = users.get(id);
        if (user != null && user.emailVerifiedAt() == null) {
            users.put(id, copy(user, user.active(), now, now, user.version() + 1));
        }
    }

    @Override
    public void setPassword(UserId id, String passwordHash, Instant now) {
        hashes.put(id, passwordHash);
        users.computeIfPresent(
                id, (key, user) -> copy(user, user.active(), user.emailVerifiedAt(), now, user.version()));
    }

    private boolean keepsRules(User stored, User edited) {
        var head = edited.salesHeadId();
        var mayBeLed = head == null
                || head.equals(stored.salesHeadId())
                || (find(head).filter(User::mayLead).isPresent() && !leads(edited.id(), head));
        var leadsOthers = users.values().stream().anyMatch(user -> edited.id().equals(user.salesHeadId()));
        return mayBeLed && (User.leads(edited.role()) || !leadsOthers);
    }

    private boolean leads(UserId above, UserId below) {
        var seen = new HashSet<UserId>();
        @Nullable UserId current = below;
        while (current != null && seen.add(current)) {
            if (current.equals(above)) {
                return true;
            }
            var user = users.get(current);
            current = user == null ? null : user.salesHeadId();
        }
        return false;
    }

    private static User copy(
            User user, boolean active, @Nullable Instant emailVerifiedAt, Instant updatedAt, int version) {
        return new User(
                user.id(),
                user.email(),
                user.username(),
                user.firstName(),
                user.lastName(),
                user.phoneNumber(),
                user.birthDate(),
                user.role(),
                user.stage(),
                user.salesHeadId(),
                active,
                emailVerifiedAt,
                user.metadata(),
                user.createdAt(),
                updatedAt,
                version);
    }
}
