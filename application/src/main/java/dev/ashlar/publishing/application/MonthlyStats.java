// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import java.time.YearMonth;

/**
 * Statistics of the articles that an author published in one month (UTC).
 *
 * @param articles number of articles
 * @param views number of their views
 * @param favorites number of times they were added to favorites
 * @param comments number of their comments
 */
public record MonthlyStats(YearMonth month, long articles, long views, long favorites, long comments) {}
