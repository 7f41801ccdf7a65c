/** Stand-in for MyBatis-Plus, as far as mappers are concerned. */
@NullMarked
package com.baomidou.mybatisplus.core.mapper;

import org.jspecify.annotations.NullMarked;
