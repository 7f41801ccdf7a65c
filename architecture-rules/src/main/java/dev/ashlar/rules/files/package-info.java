// SPDX-License-Identifier: Apache-2.0
/** Files of a project as text. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.ashlar.rules.files;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
