// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Change;

/**
 * Edit of the contact of a lead.
 *
 * @param phone number as it is typed
 */
public record LeadEdit(Change<String> name, Change<String> email, Change<String> phone) {}
