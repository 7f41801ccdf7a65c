// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.application.Office.actor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.TokensCredited;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllotmentServiceTest {
    private final Office office = new Office();
    private final Actor admin = actor(Role.ADMIN);

    @ParameterizedTest
    @EnumSource
    void acceptsARequestOfEachRoleForItself(Role role) {
        var self = new Actor(office.ownerOf(0), role, Actor.DEFAULT_PLATFORM);

        var request = office.allotments.request(self, self.userId(), 50, "Please");

        assertThat(request.userId()).isEqualTo(self.userId());
        assertThat(request.requestedBy()).isEqualTo(self.userId());
        assertThat(request.status()).isEqualTo(AllotmentStatus.PENDING);
        assertThat(request.createdAt()).isEqualTo(office.now());
        assertThat(office.events).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STUDENT", "EXPERT"})
    void refusesRequestsForOthersByMostRoles(Role role) {
        var owner = office.ownerOf(0);

        assertRefused(KernelProblem.FORBIDDEN, () -> office.allotments.request(actor(role), owner, 50, "Please"));
        assertThat(office.requests.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SALES", "ADMIN"})
    void acceptsRequestsForOthersBySalesAndAdministrators(Role role) {
        var asker = actor(role);
        var owner = office.ownerOf(0);

        var request = office.allotments.request(asker, owner, 50, "Please");

        assertThat(request.userId()).isEqualTo(owner);
        assertThat(request.requestedBy()).isEqualTo(asker.userId());
    }

    @Test
    void refusesASecondPendingRequest() {
        var owner = office.ownerOf(0);
        var first = requestFor(owner);

        assertRefused(WalletProblem.ALLOTMENT_PENDING, () -> requestFor(owner));
        office.allotments.reject(admin, first.id(), "Not now");
        assertThat(requestFor(owner).id()).isNotEqualTo(first.id());
    }

    @Test
    void refusesARequestForAUserWithoutAWallet() {
        var stranger = actor(Role.STUDENT);

        assertRefused(
                WalletProblem.WALLET_NOT_FOUND,
                () -> office.allotments.request(stranger, stranger.userId(), 1, "Please"));
    }

    @Test
    void givesTheTokensOfAnApprovedRequestOnce() {
        var owner = office.ownerOf(0);
        var request = requestFor(owner);

        var approved = office.allotments.approve(admin, request.id(), "Fine");

        var entry = approved.decision().ledgerEntryId();
        assertThat(entry).isNotNull();
        assertThat(approved.status()).isEqualTo(AllotmentStatus.APPROVED);
        assertThat(approved.decision())
                .isEqualTo(new AllotmentView.Decision(admin.userId(), office.now(), "Fine", entry));
        assertThat(office.events).containsExactly(new TokensCredited(entry, owner, UsageType.ALLOTMENT, 50, 50));
        assertRefused(
                WalletProblem.ILLEGAL_TRANSITION,
                () -> office.allotments.approve(actor(Role.ADMIN), request.id(), null));
        office.assertWallet(owner, 50, 0);
    }

    @Test
    void givesNoTokensForARejectedRequest() {
        var owner = office.ownerOf(0);
        var request = requestFor(owner);

        var rejected = office.allotments.reject(admin, request.id(), "Too much");

        assertThat(rejected.status()).isEqualTo(AllotmentStatus.REJECTED);
        assertThat(office.events).isEmpty();
        assertRefused(WalletProblem.ILLEGAL_TRANSITION, () -> office.allotments.approve(admin, request.id(), null));
        office.assertWallet(owner, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesDecisionsByAllButAdministrators(Role role) {
        var request = requestFor(office.ownerOf(0));

        assertRefused(KernelProblem.FORBIDDEN, () -> office.allotments.approve(actor(role), request.id(), null));
        assertRefused(KernelProblem.FORBIDDEN, () -> office.allotments.reject(actor(role), request.id(), null));
    }

    @Test
    void refusesDecisionsByTheRequesterAndTheReceiver() {
        var self = new Actor(office.ownerOf(0), Role.ADMIN, Actor.DEFAULT_PLATFORM);
        var ownRequest = office.allotments.request(self, self.userId(), 50, "Please");
        var requestForAnother = office.allotments.request(self, office.ownerOf(0), 50, "Please");

        assertRefused(WalletProblem.OWN_ALLOTMENT, () -> office.allotments.approve(self, ownRequest.id(), null));
        assertRefused(WalletProblem.OWN_ALLOTMENT, () -> office.allotments.approve(self, requestForAnother.id(), null));
        office.assertWallet(self.userId(), 0, 0);
    }

    @Test
    void refusesToDecideAnUnknownRequest() {
        var unknown = new AllotmentRequestId(UUID.randomUUID());

        assertRefused(WalletProblem.ALLOTMENT_NOT_FOUND, () -> office.allotments.approve(admin, unknown, null));
        assertRefused(WalletProblem.ALLOTMENT_NOT_FOUND, () -> office.allotments.reject(admin, unknown, null));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void listsOnlyTheOwnRequests(Role role) {
        var self = new Actor(office.ownerOf(0), role, Actor.DEFAULT_PLATFORM);
        var own = requestFor(self.userId());
        requestFor(office.ownerOf(0));

        assertThat(office.allotments.list(self, null, PageRequest.first()).items())
                .containsExactly(own);
        assertThat(office.allotments.countRequests(self, null)).isEqualTo(1);
    }

    @Test
    void listsAllRequestsNewestFirstForAnAdministrator() {
        var older = requestFor(office.ownerOf(0));
        var newer = requestFor(office.ownerOf(0));

        var firstPage = office.allotments.list(admin, AllotmentStatus.PENDING, new PageRequest(1, null));

        assertThat(firstPage.items()).containsExactly(newer);
        assertThat(office.allotments
                        .list(admin, null, new PageRequest(1, firstPage.next()))
                        .items())
                .containsExactly(older);
        assertThat(office.allotments.countRequests(admin, AllotmentStatus.APPROVED))
                .isZero();
    }

    private AllotmentView requestFor(UserId owner) {
        return office.allotments.request(actor(Role.SALES), owner, 50, "Takes part in a study");
    }
}
