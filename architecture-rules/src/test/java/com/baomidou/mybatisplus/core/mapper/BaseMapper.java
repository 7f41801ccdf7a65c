// SPDX-License-Identifier: Apache-2.0
package com.baomidou.mybatisplus.core.mapper;

/** Stands for the interface of MyBatis-Plus, which makes the statements of its methods when it starts. */
public interface BaseMapper<T> {
    int insert(T row);

    int deleteById(Object id);
}
