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
@API(status = API.Status.STABLE)
@NullMarked
package dev.ashlar.rules.runtime;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
