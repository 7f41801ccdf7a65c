// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import org.apache.ibatis.session.Configuration;

/** MyBatis as Ashlar configures it, without mappers, for tests that read mapper files themselves. */
public final class FreshMyBatis {
    private FreshMyBatis() {}

    /** Returns a new configuration with Ashlar's settings and type handlers. */
    public static Configuration configuration() {
        return MyBatisConventions.configuration();
    }
}
