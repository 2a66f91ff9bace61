"""Flat tables: what a column is, and the columns that several tables have."""
