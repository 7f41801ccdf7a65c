// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.Contacts;
import org.apache.ibatis.annotations.Mapper;

/** {@link Contacts} in SQL. */
@Mapper
interface ContactMapper extends Contacts {}
