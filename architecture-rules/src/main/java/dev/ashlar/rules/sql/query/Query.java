// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT, INSERT, UPDATE, DELETE or MERGE of a statement, without the queries inside it, which are separate queries.
 *
 * {@snippet :
 * boolean page = reading.query().isLimited() && !reading.query().order().isEmpty();
 * }
 */
public final class Query {
    private final Object node;
    private final Object written;
    private final @Nullable Query outer;
    private final @Nullable WithItem<?> with;
    private final Set<String> ctes = new HashSet<>();
    private final List<Object> own = new ArrayList<>();
    private final List<Query> inner = new ArrayList<>();
    private final List<Source> sources;

    private Query(Object written, @Nullable Query outer, @Nullable WithItem<?> with) {
        this.written = written;
        this.node = unwrapped(written);
        this.outer = outer;
        this.with = with;
        if (outer != null) {
            ctes.addAll(outer.ctes);
        }
        Nodes.children(node).stream()
                .filter(WithItem.class::isInstance)
                .map(item -> ((WithItem<?>) item).getUnquotedAliasName().toLowerCase(Locale.ROOT))
                .forEach(ctes::add);
        sources = Source.of(this);
        Nodes.children(node).forEach(child -> read(child, null));
    }

    public static List<Query> all(Statement statement) {
        var all = new ArrayList<Query>();
        new Query(statement, null, null).addTo(all);
        return List.copyOf(all);
    }

    private void addTo(List<Query> all) {
        all.add(this);
        inner.forEach(query -> query.addTo(all));
    }

    private void read(Object child, @Nullable WithItem<?> around) {
        if (child instanceof WithItem<?> item) {
            read(item.getParenthesedStatement(), item);
        } else if (Nodes.isQuery(child)) {
            inner.add(new Query(child, this, around));
        } else {
            own.add(child);
            Nodes.children(child).forEach(grandchild -> read(grandchild, null));
        }
    }

    /** Redundant parentheses are left out; those with their own ORDER BY or LIMIT are a query. */
    private static Object unwrapped(Object node) {
        if (node instanceof ParenthesedUpdate update) {
            return update.getUpdate();
        }
        if (node instanceof ParenthesedDelete delete) {
            return delete.getDelete();
        }
        if (node instanceof ParenthesedInsert insert) {
            return insert.getInsert();
        }
        boolean redundant = node instanceof ParenthesedSelect select
                && select.getLimit() == null
                && select.getOrderByElements() == null
                && select.getWithItemsList() == null;
        return redundant ? unwrapped(((ParenthesedSelect) node).getSelect()) : node;
    }

    /** Returns the parser's node. */
    public Object node() {
        return node;
    }

    /** Returns the query around this one. */
    public Optional<Query> outer() {
        return Optional.ofNullable(outer);
    }

    /** Returns the queries right inside this one. */
    public List<Query> inner() {
        return List.copyOf(inner);
    }

    /** Returns the name in WITH. */
    public Optional<String> name() {
        return Optional.ofNullable(with).map(WithItem::getUnquotedAliasName);
    }

    /** Returns the column names given in WITH. */
    List<String> columnNames() {
        return with == null || with.getWithItemList() == null
                ? List.of()
                : with.getWithItemList().stream().map(SelectItem::toString).toList();
    }

    /** True if it is what an item of FROM holds in parentheses. */
    public boolean isBehind(Source source) {
        return isWrittenAs(source.item());
    }

    /** True if it is written as this node, parentheses included. */
    @SuppressWarnings("ReferenceEquality") // the very same node, not an equal one
    public boolean isWrittenAs(Object part) {
        return written == part;
    }

    /** True if that is the name of a WITH that this query sees. */
    public boolean seesCte(String candidate) {
        return ctes.contains(candidate.toLowerCase(Locale.ROOT));
    }

    /** Sources that it reads from, and for UPDATE and DELETE before that what it writes to, in the order written. */
    public List<Source> sources() {
        return sources;
    }

    /** Returns the table that it writes to. */
    public Optional<Source> target() {
        return Source.target(this);
    }

    /** Returns the conditions of its WHERE that must all hold. */
    public List<Expression> conditions() {
        if (node instanceof PlainSelect select) {
            return Nodes.conjuncts(select.getWhere());
        }
        if (node instanceof Update update) {
            return Nodes.conjuncts(update.getWhere());
        }
        return node instanceof Delete delete ? Nodes.conjuncts(delete.getWhere()) : List.of();
    }

    /** Returns the conditions of its WHERE and those of its joins. */
    public Stream<Expression> allConditions() {
        return Stream.concat(conditions().stream(), sources.stream().flatMap(source -> source.on().stream()));
    }

    /** Columns of its answer: the select list, or RETURNING. */
    public List<SelectItem<?>> items() {
        if (node instanceof PlainSelect select) {
            return List.copyOf(select.getSelectItems());
        }
        boolean nests = node instanceof SetOperationList || node instanceof ParenthesedSelect;
        return nests && !inner.isEmpty() ? inner.get(0).items() : returned();
    }

    private List<SelectItem<?>> returned() {
        return Nodes.children(node).stream()
                .filter(ReturningClause.class::isInstance)
                .findFirst()
                .<List<SelectItem<?>>>map(clause -> List.copyOf((ReturningClause) clause))
                .orElse(List.of());
    }

    /** Returns the sort keys. */
    public List<OrderByElement> order() {
        return node instanceof Select select && select.getOrderByElements() != null
                ? List.copyOf(select.getOrderByElements())
                : List.of();
    }

    /** True if it stops at a number of rows. */
    public boolean isLimited() {
        return node instanceof Select select && (select.getLimit() != null || select.getFetch() != null);
    }

    /** True if it skips a number of rows. */
    public boolean skipsRows() {
        return node instanceof Select select
                && (select.getOffset() != null
                        || (select.getLimit() != null && select.getLimit().getOffset() != null));
    }

    /** True if it locks the rows it reads. */
    public boolean locks() {
        return node instanceof Select select && select.getForMode() != null;
    }

    /** Assignments of an UPDATE, or of an INSERT that meets an existing row. */
    public List<UpdateSet> sets() {
        if (node instanceof Update update && update.getUpdateSets() != null) {
            return List.copyOf(update.getUpdateSets());
        }
        return node instanceof Insert insert
                        && insert.getConflictAction() != null
                        && insert.getConflictAction().getUpdateSets() != null
                ? List.copyOf(insert.getConflictAction().getUpdateSets())
                : List.of();
    }

    /** Returns all nodes of a kind that belong to this query and to none inside it. */
    public <T> List<T> own(Class<T> type) {
        return own.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns the source that a column belongs to, here or in a query around this one; empty when it could be several. */
    public Optional<Source> source(Column column, Tables tables) {
        return owner(column, tables)
                .map(owner -> owner.candidates(column, tables).get(0));
    }

    /** Returns the query among whose sources that one is. */
    public Optional<Query> owner(Column column, Tables tables) {
        var candidates = candidates(column, tables);
        if (candidates.isEmpty()) {
            return outer == null ? Optional.empty() : outer.owner(column, tables);
        }
        return candidates.size() == 1 ? Optional.of(this) : Optional.empty();
    }

    private List<Source> candidates(Column column, Tables tables) {
        var qualifier = column.getTable() == null ? null : column.getTable().getUnquotedName();
        return sources.stream()
                .filter(source -> qualifier == null
                        ? tables.mayHave(source, column.getUnquotedColumnName())
                        : source.alias().equalsIgnoreCase(qualifier))
                .toList();
    }

    /** The query as the parser writes it. */
    @Override
    public String toString() {
        return node.toString();
    }
}
