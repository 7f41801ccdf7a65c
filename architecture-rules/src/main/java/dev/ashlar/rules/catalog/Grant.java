// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

/**
 * Privilege granted to a role besides the owner.
 *
 * {@snippet :
 * boolean open = table.grants().stream().anyMatch(grant -> grant.grantee().equals("PUBLIC"));
 * }
 *
 * @param grantee a role, or {@code PUBLIC}
 * @param privilege such as {@code SELECT}; on single columns or on all
 */
public record Grant(String grantee, String privilege) {
    /** True if everybody has it. */
    public boolean isPublic() {
        return grantee.equals("PUBLIC");
    }
}
