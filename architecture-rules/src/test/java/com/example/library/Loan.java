// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import java.time.LocalDate;

/** A book that a borrower has taken home until some day. */
record Loan(long id, long bookId, String borrower, LocalDate dueOn) {}
