// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.application.DuplicateReason;
import dev.ashlar.crm.application.DuplicateView;
import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Benchmarks;
import dev.ashlar.kernel.persistence.testing.Comparison;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cost of a page of duplicates, which compares 200 leads with all older ones, against that of a page of a hundred leads. There are 100,000
 * leads of twenty sales people, with 400 first names and 160,000 last names.
 */
@Tag("benchmark")
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadDuplicatesBenchmark {
    private static final int LEADS = Benchmarks.ARE_MEASURING ? 100_000 : 2_000;
    private static final int PAGES = 10;
    private static final int COMPARED = 200;
    private static final int LEADS_OF_AN_EMAIL_ADDRESS = 50;
    private static final PageRequest PAGE = new PageRequest(PageRequest.MAX_LIMIT, null);
    private static final Actor ADMIN = new Actor(user(0), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private static final Actor SALES = new Actor(user(7), Role.SALES, Actor.DEFAULT_PLATFORM);

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private CrmServices services;

    @BeforeAll
    void fill() throws SQLException {
        Benchmarks.fill(database.database(), FILL.replace(":leads", String.valueOf(LEADS)));
    }

    @Test
    void findsTheDuplicatesOfEachPage() {
        var found = new ArrayList<DuplicateView>();
        var next = PAGE;
        for (int page = 0; page < PAGES; page++) {
            var read = services.merges().duplicates(ADMIN, next);
            found.addAll(read.items());
            next = new PageRequest(PageRequest.MAX_LIMIT, read.next());
        }

        assertThat(found)
                .filteredOn(duplicate -> duplicate.reason() == DuplicateReason.EMAIL)
                .hasSize(PAGES * COMPARED / LEADS_OF_AN_EMAIL_ADDRESS);
        assertThat(found).extracting(DuplicateView::reason).contains(DuplicateReason.PHONE);
    }

    @Test
    void comparesAPageOfAllLeads() {
        compare("administrator", ADMIN);
    }

    @Test
    void comparesAPageOfTheLeadsOfASalesPerson() {
        compare("sales person", SALES);
    }

    private void compare(String role, Actor actor) {
        Comparison.of("duplicates of leads for a " + role)
                .candidate("duplicates", () -> services.merges().duplicates(actor, PAGE))
                .baseline("list", () -> services.leads().list(actor, LeadFilter.none(), PAGE))
                .run();
    }

    private static UserId user(int number) {
        return new UserId(UUID.fromString("01990000-0000-7000-8000-%012x".formatted(number)));
    }

    /** Each 50th lead has the email address of the one before, in another source, and each 70th the phone number. */
    private static final String FILL = """
            CREATE FUNCTION pg_temp.key(number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
              RETURN ('01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
            CREATE FUNCTION pg_temp.word(number bigint, syllables int) RETURNS text LANGUAGE sql IMMUTABLE
              RETURN (
                SELECT initcap(string_agg(
                  ('{an,be,cor,di,el,fon,ga,hul,is,jo,ka,lem,mi,nor,ol,pe,rus,sa,tin,we}'::text[])
                    [1 + (number / power(20, place)::bigint) % 20], ''))
                FROM generate_series(0, syllables - 1) AS place
              );
            SET session_replication_role = replica;
            INSERT INTO crm.leads (
                id, name, email, phone, phone_typed, source, platform, owner_id, created_at, updated_at)
              SELECT pg_temp.key(n), pg_temp.word(hash, 2) || ' ' || pg_temp.word(hash / 1000, 4),
                'lead-' || n - (n % 50 = 0)::int || '@example.com', number, number,
                CASE WHEN n % 50 = 0 THEN 'website' ELSE 'fair' END, 'mentor', pg_temp.key(n % 20), now(), now()
              FROM generate_series(1::bigint, :leads) AS n
              CROSS JOIN LATERAL (
                SELECT hashint8extended(n, 7) & 9223372036854775807 AS hash,
                  '+4930' || lpad((n - (n % 70 = 0)::int)::text, 7, '0') AS number
              ) AS contact;
            SET session_replication_role = DEFAULT;
            VACUUM ANALYZE crm.leads""";
}
