/**
 * Recordings of statements in a project's own tests. A project's tests register {@link
 * dev.ashlar.rules.runtime.Recorder} and {@link dev.ashlar.rules.runtime.RecordingDriver}; the rules read what these have
 * written.
 *
 * {@snippet :
 * configuration.setDefaultScriptingLanguage(RecordingDriver.class);
 * configuration.addInterceptor(new Recorder("com.example.shop"));
 * }
 */
@NullMarked
package dev.ashlar.rules.runtime;

import org.jspecify.annotations.NullMarked;
