package main

func simulated([]string) error { return nil }
func disaster([]string) error { return nil }
