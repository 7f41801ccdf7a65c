package dev.ashlar.kernel.persistence;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.Configuration;

/**
 * MyBatis's configuration, with one thing added: a statement whose {@code resultType} is a record gets the constructor
 * mapping that one would write by hand, column {@code usage_type} to component {@code usageType}. MyBatis can find that
 * mapping itself, but does so again for each row by comparing names, which halves the speed of a list (measured by
 * {@code WalletBenchmark}).
 */
class RecordConfiguration extends Configuration {
    private static final Pattern UPPER_CASE_LETTER = Pattern.compile("[A-Z]");

    @Override
    public void addMappedStatement(MappedStatement statement) {
        var maps = statement.getResultMaps();
        boolean isPlainRecord =
                maps.size() == 1 && maps.getFirst().getResultMappings().isEmpty() && isMappable(maps.getFirst());
        super.addMappedStatement(isPlainRecord ? withConstructorMapping(statement) : statement);
    }

    private boolean isMappable(ResultMap map) {
        return map.getType().isRecord()
                && !getTypeHandlerRegistry().hasTypeHandler(map.getType())
                && Arrays.stream(map.getType().getRecordComponents())
                        .allMatch(component -> getTypeHandlerRegistry().hasTypeHandler(component.getType()));
    }

    private MappedStatement withConstructorMapping(MappedStatement plain) {
        var map = plain.getResultMaps().getFirst();
        var arguments = Arrays.stream(map.getType().getRecordComponents())
                .map(this::argument)
                .toList();
        var mapped = new ResultMap.Builder(this, map.getId(), map.getType(), arguments, map.getAutoMapping()).build();
        return new MappedStatement.Builder(this, plain.getId(), plain.getSqlSource(), plain.getSqlCommandType())
                .resource(plain.getResource())
                .fetchSize(plain.getFetchSize())
                .timeout(plain.getTimeout())
                .statementType(plain.getStatementType())
                .keyGenerator(plain.getKeyGenerator())
                .databaseId(plain.getDatabaseId())
                .lang(plain.getLang())
                .resultOrdered(plain.isResultOrdered())
                .resultSetType(plain.getResultSetType())
                .resultMaps(List.of(mapped))
                .flushCacheRequired(plain.isFlushCacheRequired())
                .useCache(plain.isUseCache())
                .parameterMap(plain.getParameterMap())
                .dirtySelect(plain.isDirtySelect())
                .build();
    }

    private ResultMapping argument(RecordComponent component) {
        return new ResultMapping.Builder(this, component.getName(), column(component.getName()), component.getType())
                .flags(List.of(ResultFlag.CONSTRUCTOR))
                .build();
    }

    /** {@code usageType} as {@code usage_type}. */
    static String column(String component) {
        return UPPER_CASE_LETTER
                .matcher(component)
                .replaceAll(letter -> "_" + Character.toLowerCase(letter.group().charAt(0)));
    }
}
