package dev.ashlar.publishing.application;

import java.time.YearMonth;

/**
 * What an author published in one month, by UTC.
 *
 * @param articles how many articles were published
 * @param views how often those have been read
 * @param favorites how many likes those have
 * @param comments how many comments those have
 */
public record MonthlyStats(YearMonth month, long articles, long views, long favorites, long comments) {}
