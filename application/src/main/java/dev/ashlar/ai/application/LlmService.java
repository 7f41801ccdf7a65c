// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.LlmFactory;
import dev.ashlar.ai.domain.LlmFactoryId;
import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.ai.domain.LlmPriceId;
import dev.ashlar.ai.domain.Llms;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.NewPrice;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of language models and their prices. Everybody may read them; only administrators change them. */
@ApplicationService
public class LlmService {
    /** Largest number of models that {@link #served} returns. */
    public static final int MAX_SERVED = 1_000;

    private static final String LIST = "ai.models";
    private static final String PRICES = "ai.prices";

    private final Llms llms;
    private final LlmViews views;
    private final IdSource ids;
    private final InstantSource clock;

    LlmService(Llms llms, LlmViews views, IdSource ids, InstantSource clock) {
        this.llms = llms;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns models with the prices of this moment, oldest first. */
    public Page<LlmView> list(PageRequest page) {
        var rows =
                Page.of(views.models(page.afterUuid(LIST), page.rowsToRead()), page, row -> Cursor.of(LIST, row.id()));
        return new Page<>(withPrices(rows.items()), rows.next());
    }

    public LlmView get(LlmId id) {
        return withPrices(List.of(views.model(id).orElseThrow(() -> notFound(id))))
                .getFirst();
    }

    /** Returns the prices of a model, future and past ones included, latest start first. */
    public Page<LlmPriceView> prices(LlmId id, PageRequest page) {
        get(id);
        var rows = views.prices(id, page.afterPlace(PRICES), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(PRICES, row.validFrom(), row.id()));
    }

    /** Returns active models that an active provider serves, by name. */
    public List<ServedLlm> served() {
        return views.served(MAX_SERVED);
    }

    @Transactional
    public LlmView create(Actor actor, NewLlm wanted) {
        actor.requireAdmin();
        var now = clock.instant();
        var factory = llms.ensureFactory(new LlmFactory(new LlmFactoryId(ids.next()), wanted.factory(), now));
        var llm = Llm.of(new LlmId(ids.next()), factory, wanted.name(), wanted.limits(), now);
        llms.insert(llm);
        return get(llm.id());
    }

    @Transactional
    public LlmView edit(Actor actor, LlmId id, int version, Llm.Edit edit) {
        actor.requireAdmin();
        var llm = llm(id);
        boolean isSame = llm.edited(edit, llm.updatedAt()).equals(llm);
        if (isSame ? llm.version() != version : !llms.update(llm.edited(edit, clock.instant()), version)) {
            throw stale(llm, version);
        }
        return get(id);
    }

    /**
     * Sets the prices of a model from a time on. They replace those that begin then or later. Prices of the past stay, because costs were
     * reckoned with them; only the first prices of a model may begin in the past.
     *
     * @param from time of the first calls that have these prices; null for now
     */
    @Transactional
    public LlmView price(Actor actor, LlmId id, int version, ModelPrices prices, @Nullable Instant from) {
        actor.requireAdmin();
        var now = clock.instant();
        var priced = llm(id).priced(now);
        if (!llms.update(priced, version)) {
            throw stale(priced, version);
        }
        var start = from == null ? now : from;
        if (start.isBefore(now) && llms.hasPrices(id)) {
            throw AiProblem.PRICES_PAST
                    .because("The model has prices already, and " + start
                            + " has passed. Choose a later time, or none for now.")
                    .at("/validFrom", "must not be in the past");
        }
        llms.endPrices(id, start, now);
        llms.addPrices(
                id,
                prices.perMillion().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(price -> new NewPrice(new LlmPriceId(ids.next()), price.getKey(), price.getValue()))
                        .toList(),
                start,
                now);
        return get(id);
    }

    private static DomainException stale(Llm llm, int version) {
        return KernelProblem.stale("Model " + llm.name(), version);
    }

    private Llm llm(LlmId id) {
        return llms.find(id).orElseThrow(() -> notFound(id));
    }

    private List<LlmView> withPrices(List<LlmRow> rows) {
        var prices = views.pricesAt(rows.stream().map(LlmRow::id).toList(), clock.instant()).stream()
                .collect(Collectors.groupingBy(
                        ValidPrice::llmId, Collectors.mapping(ValidPrice::price, Collectors.toList())));
        return rows.stream()
                .map(row -> new LlmView(row, prices.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static DomainException notFound(LlmId id) {
        return AiProblem.MODEL_NOT_FOUND.because(
                "No language model has the id " + id.value() + ". List the models to find it.");
    }
}
