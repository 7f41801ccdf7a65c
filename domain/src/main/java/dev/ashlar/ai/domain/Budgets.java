package dev.ashlar.ai.domain;

import java.util.List;

/** Budgets, with what their windows have spent and hold. */
public interface Budgets {
    /**
     * Charges the budgets that cover these interactions with their costs, each in the window of the interaction's time, and ends the holds
     * of the interactions. Called once for each stored interaction, in the transaction that stores it.
     */
    void charge(List<Interaction> stored);
}
