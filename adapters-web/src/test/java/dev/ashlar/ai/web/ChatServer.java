// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Test of completions against a provider in this process. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AiServer
@TestPropertySource(properties = {"ashlar.ai.plain-http=true", "ashlar.ai.chat.max-body-size=100KB"})
@interface ChatServer {}
