package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.domain.TokenHold;
import dev.ashlar.wallet.domain.TokenHolds;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** {@link TokenHolds} by SQL. */
@Mapper
interface TokenHoldMapper extends TokenHolds {
    @Override
    default List<TokenHold> lockAll(List<HoldReference> references) {
        return lockEach(
                references.stream().map(HoldReference::type).toList(),
                references.stream().map(HoldReference::id).toList());
    }

    List<TokenHold> lockEach(List<String> types, List<UUID> ids);
}
