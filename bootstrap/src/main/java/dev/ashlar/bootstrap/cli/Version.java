// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import picocli.CommandLine.IVersionProvider;

/** Version from the manifest of the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"ashlar " + (version == null ? "(development)" : version)};
    }
}
