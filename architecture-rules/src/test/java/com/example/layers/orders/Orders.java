package com.example.layers.orders;

public interface Orders {}
