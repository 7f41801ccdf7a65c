// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sample.web;

import dev.ashlar.kernel.Identifier;
import java.util.UUID;

record SampleId(UUID value) implements Identifier {}
