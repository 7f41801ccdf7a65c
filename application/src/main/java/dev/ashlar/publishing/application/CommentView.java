// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

/** Comment with its author. */
public record CommentView(CommentDetails comment, AuthorView author) {}
