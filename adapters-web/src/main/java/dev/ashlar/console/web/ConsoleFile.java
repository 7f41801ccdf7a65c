// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.console.web;

import org.springframework.http.MediaType;

/** File of the console. All of them are texts. */
record ConsoleFile(String text, MediaType type) {}
