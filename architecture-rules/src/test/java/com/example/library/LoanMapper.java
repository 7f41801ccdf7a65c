// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

interface LoanMapper {
    List<Loan> overdue(LocalDate today);

    Optional<Loan> find(long id);

    List<Loan> byBorrower(String borrower, String order);

    int extend(long id, LocalDate until);
}
