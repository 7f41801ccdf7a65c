// SPDX-License-Identifier: Apache-2.0
package com.example.plus;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row with setters, filled by the names of its columns. */
public class Parcel {
    private @Nullable Long id;
    private @Nullable String tariffName;
    private @Nullable BigDecimal weightKg;

    public @Nullable Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public @Nullable String getTariffName() {
        return tariffName;
    }

    public void setTariffName(String tariffName) {
        this.tariffName = tariffName;
    }

    public @Nullable BigDecimal getWeightKg() {
        return weightKg;
    }

    public void setWeightKg(BigDecimal weightKg) {
        this.weightKg = weightKg;
    }
}
