/** Classes as MyBatis Generator writes them. */
@NullMarked
package com.example.generated;

import org.jspecify.annotations.NullMarked;
