// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ListingTest {
    private final Page<Integer> slice = new Page<>(List.of(1, 2), Cursor.of("numbers", 2));
    private final String next = Cursor.of("numbers", 2).text();

    @Test
    void writesTheTotalOnlyIfTheCallerAsksForIt() {
        var json = new JsonMapper();

        assertThat(json.writeValueAsString(Listing.of(slice)))
                .isEqualTo("{\"items\":[1,2],\"nextCursor\":\"" + next + "\"}");
        assertThat(json.writeValueAsString(Listing.of(new Page<>(List.of(), null), true, () -> 0)))
                .isEqualTo("{\"items\":[],\"nextCursor\":null,\"total\":0}");
    }
}
