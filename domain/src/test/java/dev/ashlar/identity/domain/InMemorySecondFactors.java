// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link SecondFactors} without a database, for tests of one thread. */
public class InMemorySecondFactors implements SecondFactors {
    private final Map<UserId, SecondFactor> factors = new HashMap<>();
    private final Map<UserId, Long> steps = new HashMap<>();
    private final Map<UserId, List<String>> codes = new HashMap<>();

    @Override
    public boolean begin(UserId userId, String sealedSecret, Instant now) {
        if (find(userId).filter(SecondFactor::confirmed).isPresent()) {
            return false;
        }
        factors.put(userId, new SecondFactor(userId, sealedSecret, null, 0, 0, null));
        return true;
    }

    @Override
    public Optional<SecondFactor> find(UserId userId) {
        return Optional.ofNullable(factors.get(userId));
    }

    @Override
    public boolean confirm(UserId userId, long step, List<String> recoveryCodes, Instant now) {
        var open = find(userId).filter(factor -> !factor.confirmed());
        open.ifPresent(factor -> {
            steps.put(userId, step);
            codes.put(userId, new ArrayList<>(recoveryCodes));
            factors.put(userId, new SecondFactor(userId, factor.secret(), now, recoveryCodes.size(), 0, null));
        });
        return open.isPresent();
    }

    @Override
    public boolean useStep(UserId userId, long step, Instant now) {
        var last = steps.get(userId);
        if (last == null || last >= step) {
            return false;
        }
        steps.put(userId, step);
        succeed(userId);
        return true;
    }

    @Override
    public boolean useRecoveryCode(UserId userId, String hash, Instant now) {
        if (!codes.getOrDefault(userId, new ArrayList<>()).remove(hash)) {
            return false;
        }
        succeed(userId);
        return true;
    }

    @Override
    public void fail(UserId userId, int failures, Instant now) {
        var factor = factors.get(userId);
        factors.put(
                userId,
                new SecondFactor(userId, factor.secret(), factor.confirmedAt(), factor.recoveryCodes(), failures, now));
    }

    @Override
    public void delete(UserId userId) {
        factors.remove(userId);
        steps.remove(userId);
        codes.remove(userId);
    }

    private void succeed(UserId userId) {
        var factor = factors.get(userId);
        factors.put(
                userId,
                new SecondFactor(
                        userId,
                        factor.secret(),
                        factor.confirmedAt(),
                        codes.get(userId).size(),
                        0,
                        null));
    }
}
