package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** There is an index for every way in which the wallet's rows are looked for. */
@PersistenceTest
@Transactional
class WalletQueryPlansTest {
    private static final String ID = "'01990000-0000-7000-8000-000000000000'";

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "token_usages WHERE user_id = ID AND seq < 9 ORDER BY seq DESC LIMIT 9; uq_token_usages_(seq|balance)",
                "token_usages WHERE user_id = ID AND usage_type = 'penalty' ORDER BY seq DESC LIMIT 9;"
                        + " ix_token_usages_user_id_usage_type",
                "token_usages WHERE user_id = ID AND created_at <= now() ORDER BY created_at DESC, seq DESC LIMIT 1;"
                        + " ix_token_usages_user_id_created_at",
                "token_usages WHERE idempotency_key = 'key'; uq_token_usages_idempotency_key",
                "token_usages WHERE reverses_id = ID; uq_token_usages_reverses_id",
                "tokens WHERE user_id = ID; pk_tokens",
                "token_holds WHERE ref_type = 'slot' AND ref_id = ID; ix_token_holds_ref",
                "token_holds WHERE status = 'held' AND expires_at <= now() ORDER BY expires_at, id LIMIT 9;"
                        + " ix_token_holds_expires_at",
                "token_allotment_requests WHERE user_id = ID AND id < ID ORDER BY id DESC LIMIT 9;"
                        + " ix_token_allotment_requests_user_id",
                "token_allotment_requests WHERE status = 'rejected' ORDER BY id DESC LIMIT 9;"
                        + " ix_token_allotment_requests_status"
            })
    void areWhatTheQueriesNeed(String query, String index) {
        assertThat(plan(query)).anyMatch(line -> line.matches(".*Index.* (using|on) " + index + " .*"));
    }

    private List<String> plan(String query) {
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        return jdbc.sql("EXPLAIN SELECT FROM wallet." + query.replace("ID", ID))
                .query((line, number) -> line.getString(1))
                .list();
    }
}
