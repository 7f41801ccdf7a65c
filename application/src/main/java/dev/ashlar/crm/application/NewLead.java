// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import org.jspecify.annotations.Nullable;

/**
 * Lead to create. An email address or a phone number is required.
 *
 * @param phone number as it is typed
 * @param source campaign or form that the lead came from
 */
public record NewLead(
        String name, @Nullable String email, @Nullable String phone, String source) {}
