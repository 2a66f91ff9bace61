"""What is printed, turned round: the inverse of Babel and of `coopdata.formatting`."""
