/** REST API of identity: authentication, own account, administration of users. */
@NullMarked
package dev.ashlar.identity.web;

import org.jspecify.annotations.NullMarked;
