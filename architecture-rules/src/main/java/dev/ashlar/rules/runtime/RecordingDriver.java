// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * MyBatis's own language, with marks in each statement that tell {@link Recorder} which branches were taken. For tests only.
 *
 * {@snippet :
 * configuration.setDefaultScriptingLanguage(RecordingDriver.class);
 * }
 */
public final class RecordingDriver extends XMLLanguageDriver {
    @Override
    public SqlSource createSqlSource(Configuration configuration, XNode statement, @Nullable Class<?> parameterType) {
        var marks = Marks.on(statement);
        return new MarkedSource(
                super.createSqlSource(configuration, marks.script(), parameterType),
                statement.getNode().getTextContent(),
                marks.branches());
    }
}
