"""Names: what makes two writings one name, and which record a name stands for."""
