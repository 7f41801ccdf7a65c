// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ParseNodeTest {
    private static final String TEXT = """
            (({QUERY :commandType 2 :utilityStmt <> :targetList ({TARGETENTRY :expr {VAR :varno 1 :vartype 25} :resname a\\ \\{b}
            {TARGETENTRY :expr {CONST :constvalue 4 [ 1 0 0 0 ]}}) :selectedCols (b 8 9)}))
            """;

    @Test
    void readsNodesInsideNodes() {
        var query = ParseNode.all(TEXT).getFirst();

        assertThat(query.type()).isEqualTo("QUERY");
        assertThat(query.text("commandType")).isEqualTo("2");
        assertThat(query.nodes("targetList")).extracting(ParseNode::type).containsExactly("TARGETENTRY", "TARGETENTRY");
        assertThat(query.deep())
                .extracting(ParseNode::type)
                .containsExactly("QUERY", "TARGETENTRY", "VAR", "TARGETENTRY", "CONST");
    }

    @Test
    void readsEscapedCharactersAsText() {
        assertThat(ParseNode.all(TEXT).getFirst().nodes("targetList").getFirst().text("resname"))
                .isEqualTo("a\\ \\{b");
    }

    @Test
    void hasNoTextForAnUnknownField() {
        assertThat(ParseNode.all(TEXT).getFirst().text("having")).isEmpty();
    }

    @Test
    void refusesATextThatBreaksOff() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParseNode.all("{QUERY :commandType 2"))
                .withMessageContaining("QUERY");
    }
}
