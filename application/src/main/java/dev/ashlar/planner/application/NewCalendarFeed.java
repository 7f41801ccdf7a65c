// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

/**
 * Calendar feed with its secret, which is shown only now.
 *
 * @param secret part of the address that applications read
 */
public record NewCalendarFeed(CalendarFeedView feed, String secret) {
    @Override
    public String toString() {
        return "NewCalendarFeed[feed=" + feed + "]";
    }
}
