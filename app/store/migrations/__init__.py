"""Steps from one version of the tables to the next.

May live here: how steps are taken, and in `versions` one module a step, frozen once released. All
steps and the new version number are one transaction of the caller's, so that a store is never half
way.
"""
