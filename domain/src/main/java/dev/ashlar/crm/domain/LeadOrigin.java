// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Source of a lead, and the rows of other contexts that it comes from.
 *
 * @param source campaign or form that the lead came from; a lead is unique in it by account and by email address
 * @param platform code of the platform whose sales people see the lead
 * @param userId account of the lead; null if none is known
 * @param applicationId application that made the lead, or met it first; null without one
 * @param legacyRawId row of the legacy system that the lead was copied from; null for the others
 */
public record LeadOrigin(
        String source,
        String platform,
        @Nullable UserId userId,
        @Nullable ApplicationId applicationId,
        @Nullable RawLeadId legacyRawId) {
    /** Source of leads that applications make. */
    public static final String APPLICATIONS = "my-analytics-school";
    /** Maximum length of a source. */
    public static final int MAX_SOURCE = 60;
    /** Maximum length of the code of a platform. */
    public static final int MAX_PLATFORM = 40;

    private static final Pattern SOURCE = Pattern.compile("(?=.{1," + MAX_SOURCE + "}$)[a-z0-9]+(-[a-z0-9]+)*");

    /** Creates the origin of a lead that a sales person has met. */
    public static LeadOrigin met(String source, String platform) {
        return new LeadOrigin(
                Fields.matching(SOURCE, "/source", source, "must be lower case words, joined by hyphens"),
                platform,
                null,
                null,
                null);
    }

    /** Creates the origin of a lead that an application makes. */
    public static LeadOrigin applied(String platform, UserId userId, ApplicationId applicationId) {
        return new LeadOrigin(APPLICATIONS, platform, userId, applicationId, null);
    }

    /** Returns this origin with the account and application of another one where this one has none. */
    LeadOrigin completedBy(LeadOrigin other) {
        if (userId == null) {
            return new LeadOrigin(source, platform, other.userId, other.applicationId, legacyRawId);
        }
        return applicationId == null
                ? new LeadOrigin(source, platform, userId, other.applicationId, legacyRawId)
                : this;
    }

    /** True if both have accounts, and these differ. */
    boolean contradicts(LeadOrigin other) {
        return userId != null && other.userId != null && !Objects.equals(userId, other.userId);
    }
}
